def runs = new File(basedir, 'build.log').text.split(/BUILD (SUCCESS|FAILURE)/)
def accept = /mvn -Dspec=\w+ dev\.dragoman:dragoman-maven-plugin:\S+:accept@default/
assert runs[0].contains('no lock: all operations are exposed')
assert runs[0] =~ /To accept what is exposed: / + accept
assert runs[1].contains('widening operation-added: getLamp')
assert runs[2].contains('lamp.lock: [DRG-LOCK-004] widening operation-added: blowFuses')
assert runs[2].contains('2 operations') && runs[2].contains('1 operations left out')
// Maven prints the errors of a build behind the words BUILD FAILURE.
assert runs[4].contains('operation-added: blowFuses')
assert runs[4] =~ /To accept the changes: / + accept
assert runs[5].contains('3 operations') && runs[5].contains('matching the lock')
assert new File(basedir, 'lamp.lock').text.contains('operation blowFuses DELETE /fuses destructive')
