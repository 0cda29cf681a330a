@echo off
rem Runs pcorders. Builds it first if it is missing or older than its sources.
rem Needs JDK 17 or later (in JAVA_HOME or on the PATH) and Maven.
setlocal DisableDelayedExpansion
set "root=%~dp0"
set "jar=%root%cli\target\pcorders.jar"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo pcorders: no Java found. Install JDK 17 or later, and set JAVA_HOME to it. 1>&2
  exit /b 1
)
rem The module jdk.random exists since Java 17.
"%java%" --list-modules 2>nul | findstr /b "jdk.random" >nul
if errorlevel 1 (
  echo pcorders: this Java is too old. Install JDK 17 or later, and set JAVA_HOME to it. 1>&2
  exit /b 1
)

if not exist "%jar%" goto build
powershell -NoProfile -Command "Set-Location -LiteralPath $env:root; $made = (Get-Item -LiteralPath $env:jar).LastWriteTimeUtc; $sources = @(Get-Item pom.xml, */pom.xml, api-spec/*.yaml, client-generated/openapi-generator.yaml) + @(foreach ($folder in 'client-generated/templates', 'client-ext/src/main', 'sandbox/src/main', 'cli/src/main') { Get-Item $folder; Get-ChildItem $folder -Recurse }); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $made }) { exit 1 }"
if not errorlevel 1 goto run

:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo pcorders: no Maven found, which is needed to build pcorders. Install Maven 3.8.7 or later, and add mvn to the PATH. 1>&2
  exit /b 1
)
echo Building pcorders. The first build takes 2 to 5 minutes, because Maven downloads plugins and libraries; later builds take about half a minute. 1>&2
set "log=%TEMP%\pcorders-%RANDOM%.log"
pushd "%root%"
call mvn -B -pl cli -am package -Dmaven.test.skip=true -Dspotless.check.skip=true >"%log%" 2>&1 <nul
if errorlevel 1 (
  popd
  type "%log%" 1>&2
  del "%log%"
  echo pcorders: the build failed. The output of Maven is above. 1>&2
  exit /b 1
)
popd
del "%log%"

:run
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -jar "%jar%" %*
exit /b %ERRORLEVEL%
