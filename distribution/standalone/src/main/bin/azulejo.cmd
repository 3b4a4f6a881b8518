@echo off
rem Starts Azulejo with the Java of JAVA_HOME, or else with the one on the PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" %JAVA_OPTS% -jar "%~dp0..\azulejo.jar" %*
exit /b %ERRORLEVEL%
