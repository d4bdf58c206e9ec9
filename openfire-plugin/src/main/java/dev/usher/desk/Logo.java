package dev.usher.desk;

import java.util.Base64;

/** The picture of a workgroup. @param base64 the file, in the basic alphabet of RFC 4648 §4 */
public record Logo(String type, String base64) {
    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }
}
