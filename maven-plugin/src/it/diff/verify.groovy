import groovy.json.JsonSlurper
def log = new File(basedir, 'build.log').text
def json = new JsonSlurper().parse(new File(basedir, 'target/diff.json'))
assert json.breaking == 0 && json.widening == 1
assert json.changes[0].operations == ['blowFuses']
assert new File(basedir, 'target/diff.md').text.contains('operation-added: `blowFuses`: `DELETE /fuses is new (destructive)`')
assert log.contains('widening operation-added: blowFuses DELETE /fuses is new (destructive)')
assert log.contains('failOn is widening.')
assert log.contains('after.yaml.lock: the lock file does not exist.')
assert log.contains('No OpenAPI document is configured.') && log.contains('@default')
