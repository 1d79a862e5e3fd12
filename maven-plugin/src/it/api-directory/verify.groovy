def log = new File(basedir, 'build.log').text
assert log.contains('Lamp API: 2 operations') && log.contains('Bell: 1 operations')
assert new File(basedir, 'apis/lamp.yaml.lock').isFile() && new File(basedir, 'apis/bell.json.lock').isFile()
assert log.contains('matching the lock')
assert new File(basedir, 'target/classes/com/example/lamp/LampServer.class').isFile()
assert new File(basedir, 'target/classes/com/example/bell/BellServer.class').isFile()
