assert new File(basedir, 'target/generated-sources/dragoman/com/example/LampServer.java').isFile()
assert new File(basedir, 'target/classes/com/example/LampServer.class').isFile()
assert new File(basedir, 'build.log').text.contains('bad.yaml')
