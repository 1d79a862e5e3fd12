def runs = new File(basedir, 'build.log').text.split('BUILD SUCCESS')
assert runs[0].contains('Lamp API: 2 operations')
assert runs[0].contains('Bell: 1 operations')
assert runs[1].contains('lamp.yaml: nothing has changed')
assert runs[1].contains('bell.json: nothing has changed')
assert new File(basedir, 'target/classes/com/example/lamp/LampServer.class').isFile()
def api = new File(basedir, 'target/generated-sources/dragoman/com/example/bell/DoorBellApi.java').text
assert api.contains('"https://bell.example/v2"')
