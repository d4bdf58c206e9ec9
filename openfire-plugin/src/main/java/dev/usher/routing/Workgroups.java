package dev.usher.routing;

/** How the name of another workgroup is told from that of a queue in the places that a visit has tried. */
final class Workgroups {
    private Workgroups() {}

    static String tried(String workgroup) {
        return "@" + workgroup;
    }
}
