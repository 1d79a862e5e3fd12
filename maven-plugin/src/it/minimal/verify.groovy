def log = new File(basedir, 'build.log').text
assert log.contains('Lamp API: 2 operations (1 read, 0 write, 1 destructive)')
assert new File(basedir, 'target/classes/com/example/LampServer.class').isFile()
assert new File(basedir, 'target/classes/META-INF/dragoman/com/example/search.idx').isFile()
assert new File(basedir, 'target/dragoman/com.example.md').text.contains('removeLamp')
