def runs = new File(basedir, 'build.log').text.split(/BUILD FAILURE/)
def vendor = /mvn dev\.dragoman:dragoman-maven-plugin:\S+:vendor -Ddragoman\.source=/
assert runs[1].contains('<inputSpec>https://api.example.com/v1/openapi.yaml?raw=1</inputSpec>: A URL is not allowed here;')
assert runs[1] =~ vendor + /'https:\/\/api\.example\.com\/v1\/openapi\.yaml\?raw=1'/ || runs[1] =~ vendor + /https/ || runs[1] =~ /vendor '-Ddragoman\.source=https:\/\/api\.example\.com\/v1\/openapi\.yaml\?raw=1'/
assert runs[1].contains('<inputSpec>jar:file:/libraries/api.jar!/openapi.yaml</inputSpec>: An entry of an archive is not allowed here;')
assert runs[1].contains('<inputSpec>classpath:openapi/lamp.yaml</inputSpec>: The class path has no such document. In a POM, add the artifact')
assert runs[1] =~ vendor + /FILE/
assert runs[1].contains('Use the plain path: /lamp.yaml.')
assert runs[1].contains('<overlay>http://overlays.example/one.yaml</overlay>: A URL is not allowed here;')
assert runs[1].contains('<configFile>HTTPS://config.example/lamp.yaml</configFile>: A URL is not allowed here;')
assert runs[2] =~ vendor + /http:\/\/127\.0\.0\.1:9\/openapi\.json/
assert runs[3].contains('https://api.example.com/old.yaml') && runs[3].contains('A URL is not allowed here;')
assert !runs[1].contains('File not found')
assert !new File(basedir, 'target').exists()
