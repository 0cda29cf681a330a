package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.StandardFields
import io.github.partnercenter4j.conformance.judge.StrictText
import org.w3c.dom.Element

/** Answers the open questions about the service, from the responses of a target only. Without evidence there is no answer. */
@CompileStatic
class Questions {
    private final List<ProbeResult> results

    Questions(List<ProbeResult> results) {
        this.results = results.findAll { it.exchange != null }
    }

    List<Question> all() {
        [mark('success', results.findAll { it.success && it.mediaType?.json }), mark('error', results.findAll { it.error && it.mediaType?.json }),
         statuses(), xml(), xmlNames(), fault(), codes(), retryAfter(), mfa(), mediaTypes(), names()]
    }

    private static Question mark(String kind, List<ProbeResult> those) {
        String question = "Does JSON of ${kind == 'error' ? 'an error' : 'a success'} begin with a byte order mark?"
        if (those.empty) {
            return Question.open("byte-order-mark-$kind", question, "No JSON of ${kind == 'error' ? 'an error' : 'a success'} came")
        }
        List<ProbeResult> marked = those.findAll { StrictText.hasUtf8Mark(it.response.body) }
        Question.answered('byte-order-mark-' + kind, question.toString(), marked.empty ? 'No' : marked.size() == those.size() ? 'Yes' : "In ${marked.size()} of ${those.size()}".toString())
    }

    private Question statuses() {
        String question = 'In which case are the statuses of line items and quantities?'
        Set<String> values = results.findAll { it.success }.collectMany { Bodies.values(it, 'status') } as TreeSet<String>
        values.empty ? Question.open('status-case', question, 'No status came') : Question.answered('status-case', question, values.join(', '))
    }

    private Question xml() {
        String question = 'Does XML come where it is asked for?'
        List<ProbeResult> those = results.findAll { it.success && it.probe.accept ==~ /\w+\/xml/ }
        those.empty ? Question.open('xml', question, 'No success came where XML was asked for')
                : Question.answered('xml', question, those.collect { "${it.probe.accept}: ${it.response.header('Content-Type') ?: 'no Content-Type'}" }.join('; '))
    }

    private Question xmlNames() {
        String question = 'How are the root and the properties of XML named, and what stands for null?'
        ProbeResult one = results.find { it.success && it.mediaType?.xml && Bodies.root(it) != null }
        if (one == null) {
            return Question.open('xml-names', question, 'No XML of a success came that could be read')
        }
        Element root = Bodies.root(one)
        String nil = new String(one.response.content(), 'ISO-8859-1') =~ /nil\s*=/ ? 'nil' : 'nothing seen'
        Question.answered('xml-names', question, "Root ${root.localName} in ${root.namespaceURI ?: 'no namespace'}; ${Bodies.children(root)*.localName.join(', ')}; null: $nil")
    }

    private Question fault() {
        String question = 'Which shape do errors have?'
        List<String> shapes = results.findAll { it.error }.collect { "${it.status} ${it.mediaType?.name ?: 'no media type'}: ${Bodies.shape(it)}".toString() }.unique()
        shapes.empty ? Question.open('fault', question, 'No error came') : Question.answered('fault', question, shapes.join('; '))
    }

    private Question codes() {
        String question = 'Is the code of a fault a number or a string in JSON?'
        List<String> kinds = results.findAll { it.error && it.mediaType?.json }.collect { Bodies.json(it)?.get('code')?.nodeType?.name()?.toLowerCase(Locale.ROOT) }.findAll().unique()
        kinds.empty ? Question.open('fault-code', question, 'No JSON with a code came') : Question.answered('fault-code', question, kinds.join(', '))
    }

    private Question retryAfter() {
        String question = 'Which form has Retry-After?'
        List<String> values = results.collectMany { it.response.values('Retry-After') }.unique()
        if (values.empty) {
            return Question.open('retry-after', question, 'None came: a run provokes no 429')
        }
        Question.answered('retry-after', question, values.collect { it ==~ /[0-9]+/ ? 'seconds' : StandardFields.isWellFormed('Retry-After', it) ? 'a date' : 'neither seconds nor a date' }.unique().join(', '))
    }

    private Question mfa() {
        String question = 'Does isMfaCompliant come in a header or in the body?'
        ProbeResult one = results.find { it.probe.headers.containsKey(Probe.MFA) && it.success }
        if (one == null) {
            return Question.open('mfa', question, 'No success came where it was asked for')
        }
        List<String> places = (one.response.header('isMfaCompliant') == null ? [] : ['in a header']) + (Bodies.values(one, 'isMfaCompliant').empty ? [] : ['in the body'])
        Question.answered('mfa', question, places.empty ? 'In neither' : places.join(' and '))
    }

    private Question mediaTypes() {
        String question = 'Which media type comes for which Accept?'
        List<ProbeResult> those = results.findAll { it.success }
        those.empty ? Question.open('media-types', question, 'No success came')
                : Question.answered('media-types', question, those.collect { "${it.probe.accept ?: 'none'}: ${it.response.header('Content-Type') ?: 'none'}" }.unique().join('; '))
    }

    private Question names() {
        String question = 'In which case are the names of the tracing headers?'
        Set<String> names = results.collectMany { it.response.headers*.name.findAll { String name -> name ==~ /(?i)ms-.*|request-context/ } } as TreeSet<String>
        names.empty ? Question.open('header-names', question, 'None came') : Question.answered('header-names', question, names.join(', '))
    }
}
