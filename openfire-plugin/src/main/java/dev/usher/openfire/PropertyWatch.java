package dev.usher.openfire;

import java.util.Map;
import java.util.function.Consumer;
import org.jivesoftware.util.PropertyEventListener;

/** Hears when an admin changes a system property of a workgroup. */
final class PropertyWatch implements PropertyEventListener {
    private final Consumer<String> workgroupChanged;

    /** @param workgroupChanged takes the workgroup's name */
    PropertyWatch(Consumer<String> workgroupChanged) {
        this.workgroupChanged = workgroupChanged;
    }

    @Override
    public void propertySet(String property, Map<String, Object> params) {
        changed(property);
    }

    @Override
    public void propertyDeleted(String property, Map<String, Object> params) {
        changed(property);
    }

    @Override
    public void xmlPropertySet(String property, Map<String, Object> params) {}

    @Override
    public void xmlPropertyDeleted(String property, Map<String, Object> params) {}

    private void changed(String property) {
        if (property.startsWith(UsherProperties.PREFIX)
                && property.lastIndexOf('.') > UsherProperties.PREFIX.length()) {
            workgroupChanged.accept(property.substring(UsherProperties.PREFIX.length(), property.lastIndexOf('.')));
        }
    }
}
