// Writes the OpenAPI document as one HTML page that needs no other file and no network.
import groovy.json.JsonOutput
import org.yaml.snakeyaml.Yaml

def document = new Yaml().load(new File(project.basedir, 'partner-center-orders.yaml').getText('UTF-8'))
def swaggerUi = { String file ->
    getClass().classLoader.getResource("META-INF/resources/webjars/swagger-ui/${swaggerUiVersion}/$file").getText('UTF-8')
}
def parts = [
        title    : document.info.title,
        style    : swaggerUi('swagger-ui.css'),
        swaggerUi: swaggerUi('swagger-ui-bundle.js'),
        document : JsonOutput.toJson(document)
]
// Browsers end a script or style at its end tag, even inside a string.
def escaped = { String part -> part.replaceAll(/(?i)<\/(?=script|style)/, '<\\\\/') }
def page = new File(project.basedir, 'html/index.html').getText('UTF-8').replaceAll(/@(\w+)@/) { all, name -> escaped(parts[name]) }
def file = new File(project.build.directory, 'html/index.html')
file.parentFile.mkdirs()
file.setText(page, 'UTF-8')
// The page contains Swagger UI, so its licenses are beside it.
def licenses = new File(project.basedir, '../sandbox/src/main/resources/META-INF/licenses/swagger-ui')
def copies = new File(file.parentFile, 'META-INF/licenses/swagger-ui')
copies.mkdirs()
licenses.listFiles().each { new File(copies, it.name).bytes = it.bytes }
