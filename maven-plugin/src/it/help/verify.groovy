def log = new File(basedir, 'build.log').text
['inputSpec', 'apiName', 'packageName', 'baseUrl', 'outputDirectory', 'skip'].each { assert log.contains(it) : it }
return true
