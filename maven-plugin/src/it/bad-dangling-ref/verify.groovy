def log = new File(basedir, 'build.log').text
def errors = log.readLines().findAll { it.contains('[DRG-') }
assert errors.any { it =~ /spec\.yaml:7:\d+ \(#\/paths\/~1a\/get\/parameters\/0/ } : errors
assert !log.contains('\tat dev.dragoman')
assert !new File(basedir, 'target/generated-sources').exists()
