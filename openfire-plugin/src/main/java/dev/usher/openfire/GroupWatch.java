package dev.usher.openfire;

import java.util.Map;
import java.util.function.Consumer;
import org.jivesoftware.openfire.event.GroupEventListener;
import org.jivesoftware.openfire.group.Group;

/** Hears when a group of users becomes another one: it may be that of a workgroup's agents. */
@SuppressWarnings("rawtypes") // as the server declares it
final class GroupWatch implements GroupEventListener {
    private final Consumer<String> groupChanged;
    private final Consumer<String> groupGoing;

    /**
     * @param groupChanged takes the name of a group that is another one now
     * @param groupGoing takes the name of a group that is still there, and will not be in a moment
     */
    GroupWatch(Consumer<String> groupChanged, Consumer<String> groupGoing) {
        this.groupChanged = groupChanged;
        this.groupGoing = groupGoing;
    }

    @Override
    public void groupCreated(Group group, Map params) {
        changed(group);
    }

    @Override
    public void groupDeleting(Group group, Map params) {
        groupGoing.accept(group.getName());
    }

    @Override
    public void groupModified(Group group, Map params) {
        // A new description changes nobody's work. Under a new name it is gone for whoever knows it by the old one.
        if ("nameModified".equals(params.get("type"))) {
            groupChanged.accept(String.valueOf(params.get("originalValue")));
            changed(group);
        }
    }

    @Override
    public void memberAdded(Group group, Map params) {
        changed(group);
    }

    @Override
    public void memberRemoved(Group group, Map params) {
        changed(group);
    }

    @Override
    public void adminAdded(Group group, Map params) {
        changed(group);
    }

    @Override
    public void adminRemoved(Group group, Map params) {
        changed(group);
    }

    private void changed(Group group) {
        groupChanged.accept(group.getName());
    }
}
