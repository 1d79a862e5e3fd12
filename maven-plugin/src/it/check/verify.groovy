def log = new File(basedir, 'build.log').text
assert log.contains('before.yaml: the generated files are up to date.')
assert log =~ /after.yaml: \d+ generated files are out of date:/
assert log =~ /missing .*FusesOperations.java|changed .*LampOperations.java/
assert !new File(basedir, 'generated/com/example/operations/FusesOperations.java').exists()
