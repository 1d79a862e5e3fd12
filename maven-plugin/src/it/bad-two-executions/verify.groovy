def log = new File(basedir, 'build.log').text
assert log =~ /lamp.yaml and .*bell.json: two APIs have the package com.example, in the executions lamp and bell./
def classes = new File(basedir, 'target/generated-sources/dragoman/com/example').list()
assert classes.contains('LampServer.java') && !classes.contains('BellServer.java')
