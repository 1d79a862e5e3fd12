def log = new File(basedir, 'build.log').text
assert log.contains('Lamp API: 2 operations') && log.contains('Bell: 1 operations')
assert new File(basedir, 'apis/lamp.yaml.lock').isFile() && new File(basedir, 'apis/bell.json.lock').isFile()
assert log.contains('matching the lock')
assert new File(basedir, 'target/classes/com/example/lamp/LampServer.class').isFile()

// The last build reads a folder without bell.json.
assert log.contains(' files of APIs that are no longer configured')
assert !new File(basedir, 'target/generated-sources/dragoman/com/example/bell/BellServer.java').exists()
assert !new File(basedir, 'target/classes/com/example/bell/BellServer.class').exists()
