def runs = new File(basedir, 'build.log').text.split(/BUILD FAILURE/)
assert runs[1].contains('1 of 3 APIs failed.') && runs[1].contains('cut.json:1:')
assert !new File(basedir, 'target/generated-sources').exists()
assert runs[2].contains('cut.json:1:')
assert !new File(basedir, 'lamp.yaml.lock').exists() && !new File(basedir, 'bell.json.lock').exists()
assert !new File(basedir, 'target').exists() || new File(basedir, 'target').list({ f, n -> n.startsWith('server') } as FilenameFilter).length == 0
// What is wrong for all of them is told once.
assert runs[4].count('<baseUrl>ftp://lamp.example</baseUrl>') == 1
