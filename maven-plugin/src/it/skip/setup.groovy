def folder = new File(basedir, 'target/generated-sources/dragoman/com/example')
folder.mkdirs()
new File(folder, 'Earlier.java').text = 'package com.example; final class Earlier {}\n'
return true
