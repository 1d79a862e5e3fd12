def runs = new File(basedir, 'build.log').text.split('BUILD SUCCESS')
// The summary stands in the Javadoc of one Java file, in the catalog, the index and the report.
assert runs[1] =~ /Lamp API: 2 operations .* [1-9] files written, [1-9][0-9]* unchanged, 0 deleted/
assert runs[1].contains('Compiling')
def java = new File(basedir, 'target/generated-sources/dragoman/com/example/operations/LampOperations.java')
assert java.text.contains('Get one lamp')
