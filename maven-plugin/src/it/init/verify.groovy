def log = new File(basedir, 'build.log').text
assert log.contains('a module with 2 operations')
assert log.contains('[DRG-VENDOR-007]')
assert log.contains('Tests run: 2, Failures: 0, Errors: 0')
assert log.contains('matching the lock')
assert log.contains('0 changes: 0 breaking')
assert new File(basedir, 'module/target/lamp-mcp-server.jar').isFile()
assert new File(basedir, 'module/target/lib').list().any { it.startsWith('dragoman-runtime') }
