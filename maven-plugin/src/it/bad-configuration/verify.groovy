def log = new File(basedir, 'build.log').text
assert log.contains('<packageName>com.example.class</packageName>')
assert log.contains('<baseUrl>lamp.example</baseUrl>')
