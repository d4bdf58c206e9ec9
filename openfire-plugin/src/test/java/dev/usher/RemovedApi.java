package dev.usher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/** What of Openfire 4.2.0 is gone in 5.1.1, and which of it a compiled class refers to. */
final class RemovedApi {
    private static final Pattern SERVER = Pattern.compile("org/(jivesoftware|xmpp)/[\\w/$]+");
    private static final int CONSTANT_UTF8 = 1;
    private static final int CONSTANT_FIELD = 9;
    private static final int CONSTANT_INTERFACE_METHOD = 11;

    private final Set<String> classes = new HashSet<>();
    /** As {@code class#name descriptor}. */
    private final Set<String> members = new HashSet<>();

    /** Reads the list: removed classes, then members under their class, the removed ones with a minus. */
    RemovedApi(InputStream list) throws IOException {
        var inClasses = false;
        var owner = "";
        for (var line : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("## ")) {
                inClasses = line.equals("## removed classes");
                owner = line.substring(3);
            } else if (inClasses && !line.isBlank()) {
                classes.add(line.trim());
            } else if (line.startsWith("  - ")) {
                members.add(owner + "#" + member(owner, line.substring(4)));
            }
        }
    }

    /** {@code public int getPort(int)   (I)I} is {@code getPort (I)I}; a constructor has the name of its class. */
    private static String member(String owner, String line) {
        var parts = line.split(" {3}");
        var declared = parts[0].replaceFirst(" throws .*", "").replaceFirst("\\(.*", "");
        var name = declared.substring(declared.lastIndexOf(' ') + 1);
        return (name.equals(owner) ? "<init>" : name) + " " + parts[1].trim();
    }

    int size() {
        return classes.size() + members.size();
    }

    /** Every removed class and member that this class names anywhere, in an order for people. */
    List<String> usedBy(InputStream classFile) throws IOException {
        var reader = new ClassReader(classFile);
        var buffer = new char[reader.getMaxStringLength()];
        var used = new TreeSet<String>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at == 0) {
                continue; // the second half of a long or a double
            }
            int tag = reader.readByte(at - 1);
            if (tag >= CONSTANT_FIELD && tag <= CONSTANT_INTERFACE_METHOD) {
                int named = reader.getItem(reader.readUnsignedShort(at + 2));
                member(
                        reader.readClass(at, buffer).replace('/', '.'),
                        reader.readUTF8(named, buffer) + " " + reader.readUTF8(named + 2, buffer),
                        used);
            } else if (tag == CONSTANT_UTF8) {
                classNames(utf8(reader, at), used);
            }
        }
        return List.copyOf(used);
    }

    /** Class names stand in the constants of classes and in every descriptor and signature: all of it is text. */
    private void classNames(String text, Set<String> used) {
        var names = SERVER.matcher(text);
        while (names.find()) {
            var name = names.group().replace('/', '.');
            if (classes.contains(name)) {
                used.add(name);
            }
        }
    }

    /** A member may be named on a class that only inherits it. */
    private void member(String owner, String member, Set<String> used) {
        if (!owner.startsWith("org.jivesoftware.") && !owner.startsWith("org.xmpp.")) {
            return;
        }
        for (var type : withSupertypes(owner)) {
            if (members.contains(type + "#" + member)) {
                used.add(owner + "#" + member);
            }
        }
    }

    private static List<String> withSupertypes(String name) {
        var all = new ArrayList<String>();
        all.add(name);
        try {
            var type = Class.forName(name, false, RemovedApi.class.getClassLoader());
            if (type.getSuperclass() != null) {
                all.addAll(withSupertypes(type.getSuperclass().getName()));
            }
            for (var implemented : type.getInterfaces()) {
                all.addAll(withSupertypes(implemented.getName()));
            }
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            // a class of a jar that only the server has: its own members are known all the same
        }
        return all;
    }

    private static String utf8(ClassReader reader, int at) {
        int length = reader.readUnsignedShort(at);
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) reader.readByte(at + 2 + i)); // names are ASCII, and nothing else is looked for
        }
        return text.toString();
    }
}
