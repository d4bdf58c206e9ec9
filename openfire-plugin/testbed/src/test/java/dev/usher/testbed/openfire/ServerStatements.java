package dev.usher.testbed.openfire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jivesoftware.openfire.XMPPServer;

/** Every SQL statement in the server's classes, read from their constant pools: loading the classes would start them. */
final class ServerStatements {
    private static final Pattern SQL = Pattern.compile(
            "\\s*(SELECT .* FROM|INSERT INTO|UPDATE \\w+ SET|DELETE( \\w+)? FROM)\\b.*", Pattern.CASE_INSENSITIVE);

    private ServerStatements() {}

    static Set<String> all() throws IOException {
        var statements = new TreeSet<String>();
        var location = XMPPServer.class.getProtectionDomain().getCodeSource().getLocation();
        try (var jar = new JarFile(location.getPath())) {
            for (var entry :
                    jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                try (var in = jar.getInputStream(entry)) {
                    strings(in).stream()
                            .filter(text -> SQL.matcher(text).matches())
                            .forEach(statements::add);
                }
            }
        }
        return statements;
    }

    /** The texts of one class file's constant pool (JVMS §4.4). */
    private static List<String> strings(InputStream classFile) throws IOException {
        var in = new DataInputStream(classFile);
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        var texts = new ArrayList<String>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.add(in.readUTF());
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // A long or a double takes two places.
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("Unknown constant " + tag);
            }
        }
        return texts;
    }
}
