@echo off
rem Starts the server of this bundle with the first Java 17 or later that is found: the bundle's own, JAVA_HOME, the
rem PATH, and the places where installers put it. Standard output is for MCP only.
setlocal EnableExtensions DisableDelayedExpansion
cd /d "%~dp0" || exit /b 1
set "DRAGOMAN_JAVA="
call :try "%~dp0runtime\bin\java.exe"
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for %%J in (java.exe) do call :try "%%~$PATH:J"
for /d %%D in (
  "%ProgramFiles%\Eclipse Adoptium\*"
  "%ProgramFiles%\Java\*"
  "%ProgramFiles%\Microsoft\jdk*"
  "%ProgramFiles%\Zulu\*"
  "%ProgramFiles%\Amazon Corretto\*"
  "%ProgramFiles%\BellSoft\*"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
) do call :try "%%~D\bin\java.exe"
if not defined DRAGOMAN_JAVA goto missing
"%DRAGOMAN_JAVA%" {{options}} -cp "server.jar;lib\*" {{mainClass}} --stdio %*
exit /b %ERRORLEVEL%

:missing
echo The MCP server for {{vendor}} requires Java 17 or later, which was not found on this computer. >&2
echo Install it, for example from https://adoptium.net, and restart the app; or set JAVA_HOME to its folder. >&2
exit /b 1

rem Selects a program if none has been selected and this one is Java 17 or later.
:try
if defined DRAGOMAN_JAVA exit /b 0
if not exist "%~1" exit /b 0
"%~1" -version 2>&1 <nul | findstr /r /c:"version .1[7-9]" /c:"version .[2-9][0-9]" >nul && set "DRAGOMAN_JAVA=%~1"
exit /b 0
