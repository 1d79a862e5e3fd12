def runs = new File(basedir, 'build.log').text.split('BUILD SUCCESS')
assert runs[0].contains('lamp.yaml: 1 test classes written')
assert runs[0].contains('Tests run: 2, Failures: 0, Errors: 0')
// Both goals of the one execution keep a state of their own.
assert runs[1].count('lamp.yaml: nothing has changed since the last run.') == 2
assert runs[1].contains('Tests run: 2, Failures: 0, Errors: 0')
return true
