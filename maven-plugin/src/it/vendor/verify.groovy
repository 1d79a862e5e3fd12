context.get('server').stop(0)
def log = new File(basedir, 'build.log').text
def folder = new File(basedir, 'src/main/openapi/lamp')
assert log.contains('openapi.yaml: written') && log.contains('openapi.yaml: unchanged')
assert log.contains('widening operation-added: blowFuses')
assert new File(folder, 'openapi.yaml').text == new File(basedir, 'served/after.yaml').text
assert new File(folder, 'SOURCE.txt').text.contains('after.yaml')
assert new File(basedir, 'target/report.md').text.startsWith('# API changes')
assert log.contains('missing.yaml: [DRG-VENDOR-001] The server responded with status 404.')
assert log.contains('page.html: [DRG-VENDOR-001] The server returned a web page')
assert log.contains('[DRG-VENDOR-005] The document cannot be fetched offline. Maven is offline: run without -o')
assert log.contains('elsewhere.yaml: [DRG-VENDOR-002] The server redirects to another host: http://other.example/before.yaml')
assert log.contains('before.yaml: [DRG-VENDOR-004]')
assert log.contains('before.yaml: [DRG-VENDOR-003] The document is larger than 100 bytes')
assert log.contains('pom.xml already exists.')
def refused = log.readLines().findAll { it.startsWith('[ERROR] Failed to execute goal') }
assert refused.size() == 7
assert !log.contains('Exception: ') && !log.contains('\tat ')
assert new File(folder, 'SOURCE.txt').text.contains('after.yaml')
assert folder.list().sort() == ['SOURCE.txt', 'openapi.yaml']
