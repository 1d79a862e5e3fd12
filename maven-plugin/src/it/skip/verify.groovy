assert new File(basedir, 'build.log').text.contains('Skipped because dragoman.skip is set.')
assert new File(basedir, 'target/classes/com/example/Earlier.class').isFile()
assert !new File(basedir, 'target/classes/com/example/LampServer.class').exists()
