def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 2, Failures: 0, Errors: 0')
// The application has its own provider, and the server logs through it.
assert !log.contains('SLF4J(W)')
assert !log.contains('No log is written')
assert log =~ /audit +:/
return true
