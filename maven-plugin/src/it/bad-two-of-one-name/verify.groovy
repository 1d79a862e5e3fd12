def log = new File(basedir, 'build.log').text
assert log =~ /lamp.json and .*lamp.yaml: two APIs have the name lamp/
assert !new File(basedir, 'target/generated-sources').exists()
