def runs = new File(basedir, 'build.log').text.split(/BUILD SUCCESS/)
assert runs[0].contains('Lamp API: 1 operations (1 read, 0 write, 0 destructive)') && runs[0].contains('no lock: all operations are exposed')
assert runs[3].contains('lamp.yaml: nothing has changed since the last run.')

def server = new File(basedir, 'server')
assert new File(server, 'target/classes/com/example/LampServer.class').isFile()
def documents = new File(server, 'target/dragoman/documents/contract-1.jar')
assert new File(documents, 'openapi/lamp.yaml').isFile()
assert new File(documents, 'openapi/schemas/lamp.yaml').isFile()
assert !new File(documents, 'openapi/notes.txt').exists()

// The lock survives a clean, unlike what is unpacked.
assert new File(server, 'src/main/openapi/lamp.yaml.lock').text.contains('operation getLamp GET /lamps/{id} read')
return true
