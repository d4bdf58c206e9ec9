package dev.usher.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dom4j.Element;

/** The answers of a submitted form (XEP-0004): values by field, in order, and within limits. */
final class FormDecoder {
    static final int MAX_FIELDS = 40;
    static final int MAX_VALUES = 40;
    static final int MAX_VALUE_LENGTH = 4_000;

    private FormDecoder() {}

    /** @param form may be null: a customer need not say anything */
    static Map<String, List<String>> answers(Element form) throws BadRequest {
        var answers = new LinkedHashMap<String, List<String>>();
        if (form == null) {
            return answers;
        }
        for (var field : form.elements(Xml.name("field", Namespaces.DATA_FORM))) {
            var name = field.attributeValue("var");
            if (name == null || name.isEmpty()) {
                throw new BadRequest("A field of the form has no attribute var.");
            }
            if (!name.equals("FORM_TYPE")) {
                answers.put(name, values(name, field));
            }
            if (answers.size() > MAX_FIELDS) {
                throw BadRequest.tooLong("The form has more than " + MAX_FIELDS + " fields.");
            }
        }
        return answers;
    }

    private static List<String> values(String name, Element field) throws BadRequest {
        var values = new ArrayList<String>();
        for (var value : field.elements(Xml.name("value", Namespaces.DATA_FORM))) {
            if (value.getText().length() > MAX_VALUE_LENGTH || name.length() > MAX_VALUE_LENGTH) {
                throw BadRequest.tooLong("An answer in the form is longer than " + MAX_VALUE_LENGTH + " characters.");
            }
            values.add(value.getText());
        }
        if (values.size() > MAX_VALUES) {
            throw BadRequest.tooLong("A field of the form has more than " + MAX_VALUES + " values.");
        }
        return List.copyOf(values);
    }
}
