def text = new File(basedir, 'target/keywords.yaml').text
assert text.contains('# 5 searches led to an operation; 1 of them found it among the first 5 hits.')
assert text.contains('# 1 recorded runs were of operations that the server no longer has.')
assert text.contains('# 1 lines of the log are not valid and were ignored.')
assert text.contains("  - match: {operationId: 'removeLamp'}\n    keywords:\n      - 'bulb' # 3 searches\n")
assert !text.contains('torch')
assert !text.contains('getLamp')
def log = new File(basedir, 'build.log').text
assert log.contains('# No word led to an operation at least 4 times without finding it.')
assert log.contains('Cannot read the search log')
assert !new File(basedir, 'target/generated-sources').exists()
