package dev.usher.openfire;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jivesoftware.util.PropertyEventListener;

/** Hears when an admin changes a system property of a workgroup. */
final class PropertyWatch implements PropertyEventListener {
    private final Supplier<WorkgroupNames> names;
    private final Consumer<String> workgroupChanged;

    /**
     * @param names the workgroups that there are now
     * @param workgroupChanged takes the workgroup's name
     */
    PropertyWatch(Supplier<WorkgroupNames> names, Consumer<String> workgroupChanged) {
        this.names = names;
        this.workgroupChanged = workgroupChanged;
    }

    @Override
    public void propertySet(String property, Map<String, Object> params) {
        if (property.startsWith(WorkgroupNames.PREFIX)) {
            names.get().owner(property).ifPresent(workgroupChanged);
        }
    }

    @Override
    public void propertyDeleted(String property, Map<String, Object> params) {
        names.get().touchedBy(property).forEach(workgroupChanged);
    }

    @Override
    public void xmlPropertySet(String property, Map<String, Object> params) {}

    @Override
    public void xmlPropertyDeleted(String property, Map<String, Object> params) {}
}
