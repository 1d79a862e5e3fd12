def log = new File(basedir, 'build.log').text
assert log.contains('operations, ') && log.contains('auth=none')
assert new File(basedir, 'lamp.yaml.lock').isFile()
assert log.contains('0 changes: 0 breaking')
assert log.contains('operation-added: blowFuses')
assert new File(basedir, 'src/main/openapi/lamp/openapi.yaml').isFile()
assert new File(basedir, 'module/pom.xml').isFile()
assert new File(basedir, 'target/clients/clients.md').isFile()
