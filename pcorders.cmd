@echo off
rem Runs pcorders. Builds it first if it is missing or older than its sources.
rem Needs JDK 17 or later (in JAVA_HOME or on the PATH) and Maven.
setlocal DisableDelayedExpansion
set "command=%~0"
set "root=%~dp0"
set "jar=%root%cli\target\pcorders.jar"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
rem The checks run without options of the environment. They may make Java print more, or refuse to start.
setlocal
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo pcorders: no Java found. Install JDK 17 or later, and set JAVA_HOME to it. 1>&2
  exit /b 1
)
rem Java 8 has no modules. The module java.base has the version of Java: java.base@17.0.15.
"%java%" --list-modules 2>nul | findstr /r "^java\.base@1[7-9] ^java\.base@[2-9][0-9]" >nul
if errorlevel 1 (
  echo pcorders: this Java is too old. Install JDK 17 or later, and set JAVA_HOME to it. 1>&2
  exit /b 1
)
endlocal

if not exist "%jar%" goto build
powershell -NoProfile -Command "Set-Location -LiteralPath $env:root; $made = (Get-Item -LiteralPath $env:jar).LastWriteTimeUtc; $sources = @(Get-Item pom.xml, */pom.xml, api-spec/*.yaml, client-generated/openapi-generator.yaml) + @(foreach ($folder in 'client-generated/templates', 'generator/src/main', 'client-ext/src/main', 'sandbox/src/main', 'watch/src/main', 'cli/src/main') { Get-Item $folder; Get-ChildItem $folder -Recurse }); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $made }) { exit 1 }"
if not errorlevel 1 goto run

:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo pcorders: no Maven found, which is needed to build pcorders. Install Maven 3.8.7 or later, and add mvn to the PATH. 1>&2
  exit /b 1
)
set "log=%root%cli\target\pcorders-build.log"
if not exist "%root%cli\target" mkdir "%root%cli\target"
echo Building pcorders. The first build takes 1 to 5 minutes, because Maven downloads plugins and libraries; later builds take about half a minute. 1>&2
pushd "%root%"
call mvn -B -pl cli -am package -Dmaven.test.skip=true -Dspotless.check.skip=true >"%log%" 2>&1 <nul
if errorlevel 1 (
  popd
  echo pcorders: the build failed: 1>&2
  findstr /b /c:"[ERROR]" "%log%" 1>&2
  echo If Maven could not download a file, check the network, then run pcorders again. 1>&2
  echo If it could not delete pcorders.jar, end the other pcorders that run, then try again. 1>&2
  echo The whole output of Maven is in "%log%" 1>&2
  exit /b 1
)
popd

:run
rem Options of the user come alone, because a second choice of garbage collector is an error.
set "options=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if defined JAVA_TOOL_OPTIONS set "options="
if defined JDK_JAVA_OPTIONS set "options="
if defined _JAVA_OPTIONS set "options="
"%java%" %options% "-Dpcorders.command=%command%" -jar "%jar%" %*
exit /b %ERRORLEVEL%
