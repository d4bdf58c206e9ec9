package dev.usher.wire;

import dev.usher.desk.MacroGroup;
import dev.usher.desk.PersonalMacros;
import java.util.Optional;
import java.util.function.Function;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/** The texts that agents have ready: those of their workgroup, and each agent's own, which nobody else sees. Thread-safe. */
final class Macros implements Inquiries.Topic {
    private static final String NAME = "macros";

    private final Function<String, Optional<MacroGroup>> ofWorkgroup;
    private final PersonalMacros personal;

    Macros(Function<String, Optional<MacroGroup>> ofWorkgroup, PersonalMacros personal) {
        this.ofWorkgroup = ofWorkgroup;
        this.personal = personal;
    }

    @Override
    public Optional<Inquiries.Inquiry> read(IQ request, Element payload, String workgroup) {
        if (workgroup == null || !Xml.is(payload, NAME, Namespaces.JIVE)) {
            return Optional.empty();
        }
        boolean isPersonal = "true".equals(payload.elementTextTrim(Xml.name("personal", Namespaces.JIVE)));
        if (request.getType() == IQ.Type.set) {
            var model = payload.elementText(Xml.name("personalMacro", Namespaces.JIVE));
            return Optional.of(() -> isPersonal ? save(request, workgroup, model) : adminsOnly(request, workgroup));
        }
        return Optional.of(() -> answer(
                request,
                isPersonal
                        ? personal.find(workgroup, userOf(request)).map(MacroModel::asRead)
                        : ofWorkgroup.apply(workgroup).map(MacroModel::of)));
    }

    private static Packet answer(IQ request, Optional<String> model) {
        if (model.isEmpty()) {
            return StanzaErrors.notFound(request, "There are no macros.");
        }
        var reply = IQ.createResultIQ(request);
        Xml.addText(reply.setChildElement(NAME, Namespaces.JIVE), "model", model.get());
        return reply;
    }

    private Packet save(IQ request, String workgroup, String model) {
        if (model == null || model.isBlank()) {
            return StanzaErrors.badRequest(request, "The macros are missing: personalMacro is empty.");
        }
        if (MacroModel.isTooLong(model)) {
            return StanzaErrors.tooLong(
                    request,
                    "These macros are longer than " + MacroModel.MAX_BYTES / 1_024
                            + " kB together. Shorten them, or delete some; those saved before are kept.");
        }
        var complaint = MacroModel.complaint(model);
        if (complaint.isPresent()) {
            return StanzaErrors.badRequest(request, complaint.get() + " Those saved before are kept.");
        }
        personal.save(workgroup, userOf(request), model);
        return IQ.createResultIQ(request);
    }

    private static Packet adminsOnly(IQ request, String workgroup) {
        return StanzaErrors.notAllowed(
                request,
                "The macros of the workgroup are an administrator's, in the property usher.workgroup." + workgroup
                        + ".macros. You may save your own.");
    }

    private static String userOf(IQ request) {
        return request.getFrom().toBareJID();
    }
}
