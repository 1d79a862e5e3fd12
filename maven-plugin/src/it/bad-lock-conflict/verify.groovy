def log = new File(basedir, 'build.log').text
assert log.contains('lamp.yaml.lock:2:1: [DRG-LOCK-002] The lock file contains a merge conflict.')
assert !new File(basedir, 'target/generated-sources').exists()
