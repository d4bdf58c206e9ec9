package dev.usher.desk;

import java.util.List;

/** Macros in their order, and groups of more below them. @param title never blank */
public record MacroGroup(String title, List<Macro> macros, List<MacroGroup> groups) {
    public MacroGroup {
        macros = List.copyOf(macros);
        groups = List.copyOf(groups);
    }
}
