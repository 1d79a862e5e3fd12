def log = new File(basedir, 'build.log').text
['inputSpec', 'apiName', 'packageName', 'baseUrl', 'outputDirectory', 'skip'].each { assert log.contains(it) : it }
assert log.contains('<inputSpec>src/main/openapi/github.yaml</inputSpec>')
assert log.readLines().findAll { it.length() > 120 && it.contains('inputSpec') }.isEmpty()
return true
