package dev.usher.persistence;

import dev.usher.routing.Address;

/** An address as two fields of one name: the user, then the connection. */
final class AddressText {
    private AddressText() {}

    static void write(Fields fields, String name, Address address) {
        fields.add(name, address.user()).add(name, address.connection());
    }

    static Address read(Fields fields, String name) {
        var parts = fields.all(name);
        if (parts.size() < 2) {
            throw new IllegalArgumentException("no address '" + name + "' in a stored form");
        }
        return new Address(parts.get(0), parts.get(1));
    }
}
