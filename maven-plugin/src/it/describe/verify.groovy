import groovy.json.JsonSlurper
assert new File(basedir, 'build.log').text.contains('main class: com.example.LampServer')
def json = new JsonSlurper().parse(new File(basedir, 'target/server.json'))
assert json.operations*.access.sort() == ['destructive', 'read']
assert !new File(basedir, 'target/generated-sources').exists()
