package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic

/** The checks of what the client sends and of how its calls end. */
@CompileStatic
enum ClientCheck implements Check {
    REQUEST('the request is the one of the spec, byte for byte, and has no header that it does not need') {
        @Override
        List<String> found(Claim claim, Sight sight) {
            sight.exchange == null ? ['nothing was sent'] : sight.requestObjections
        }
    },
    REFUSED('the argument is refused, and nothing is sent') {
        @Override
        List<String> found(Claim claim, Sight sight) {
            sight.outcome.differencesFrom(Outcome.argument()) + (sight.exchange == null ? [] as List<String> : ['a request was sent'])
        }
    },
    ENDS('the call ends in the value or the exception that the rules say') {
        @Override
        List<String> found(Claim claim, Sight sight) {
            sight.outcome.differencesFrom(claim.outcome)
        }
    },
    LABELLED('the caller is told the media type, and the body is read by it') {
        @Override
        List<String> found(Claim claim, Sight sight) {
            List<String> types = sight.outcome.values('Content-Type')*.replaceAll(/\s*;.*/, '')
            sight.outcome.differencesFrom(claim.outcome) +
                    (types == [claim.obligation.mediaType] ? [] as List<String> : ["the media type is told as $types".toString()])
        }
    },
    HEADER('the caller can read the header') {
        @Override
        List<String> found(Claim claim, Sight sight) {
            List<String> seen = sight.outcome.values(claim.obligation.subject)
            seen == claim.values ? [] as List<String> : ["is told as $seen and not as ${claim.values}".toString()]
        }
    },
    NAMED('the exception names what the header says') {
        @Override
        List<String> found(Claim claim, Sight sight) {
            String named = sight.outcome.named[claim.obligation.subject]
            [named] == claim.values ? [] as List<String> : ["is named as $named and not as ${claim.values[0]}".toString()]
        }
    }

    final String sentence

    ClientCheck(String sentence) {
        this.sentence = sentence
    }

    @Override
    String getName() {
        sentence
    }

    @Override
    List<String> refusals(Claim claim, Sight sight) {
        found(claim, sight)
    }

    abstract List<String> found(Claim claim, Sight sight)
}
