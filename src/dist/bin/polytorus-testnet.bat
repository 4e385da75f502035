@echo off
rem Starts the PolyTorus testnet simulator with a Java that is new enough.
rem POLYTORUS_JAVA_OPTS may hold more options for Java, such as -Xmx4g.
setlocal

set "REQUIRED=25"
set "APP_HOME=%~dp0.."
set "JAVA="

if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for /f "delims=" %%j in ('where java.exe 2^>nul') do call :try "%%j"
if not defined JAVA for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*") do call :try "%%~d\bin\java.exe"
if not defined JAVA goto :missing
if not exist "%APP_HOME%\lib\polytorus-testnet.jar" goto :incomplete

rem Virtual time goes a quarter faster with this collector than with Java's usual one, and the window no slower.
set "COLLECTOR=-XX:+UseParallelGC"
echo "%POLYTORUS_JAVA_OPTS%" | findstr /r /c:"+Use.*GC" >nul && set "COLLECTOR="
"%JAVA%" --enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders %COLLECTOR% %POLYTORUS_JAVA_OPTS% -jar "%APP_HOME%\lib\polytorus-testnet.jar" %*
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b 0
if not exist "%~1" exit /b 0
rem The word after "version" is "25.0.1" in quotes; its part before the first dot counts. A command that begins with a
rem quote would lose it on the way to the shell that runs it, hence "call".
for /f "tokens=3" %%v in ('call "%~1" -version 2^>^&1 ^| findstr /i /c:" version "') do (
    for /f "delims=.-+ tokens=1" %%m in ("%%~v") do if %%m GEQ %REQUIRED% set "JAVA=%~1"
)
exit /b 0

:missing
echo The PolyTorus testnet simulator needs Java %REQUIRED% or newer; none was found. 1>&2
if defined JAVA_HOME echo Looked at: JAVA_HOME=%JAVA_HOME%, then java.exe on the PATH, then the usual folders. 1>&2
echo Install it with: winget install EclipseAdoptium.Temurin.%REQUIRED%.JDK 1>&2
exit /b 1

:incomplete
echo The program is incomplete: "%APP_HOME%\lib\polytorus-testnet.jar" is missing. Build it with: mvn package 1>&2
exit /b 1
