def log = new File(basedir, 'build.log').text
assert log.contains('before.yaml: generating would change nothing.')
assert log =~ /after.yaml: generating would change \d+ files:/
assert log =~ /missing .*FusesOperations.java|changed .*LampOperations.java/
assert !new File(basedir, 'generated/com/example/operations/FusesOperations.java').exists()
