using System.Xml.Linq;

namespace Coppice.Cli.Schedules;

/// <summary>An agent of macOS's launchd: it serves, and is started again when it fails.</summary>
internal sealed class LaunchdUnit(UnitSettings settings) : IScheduleUnit
{
    public string Text
    {
        get
        {
            var properties = new XElement(
                "dict",
                Entry("Label", new XElement("string", Label)),
                Entry("ProgramArguments", new XElement("array", settings.Serve.Select(word => new XElement("string", word)))),
                Entry("WorkingDirectory", new XElement("string", settings.Folder)),
                Entry("RunAtLoad", new XElement("true")),
                Entry("KeepAlive", new XElement("dict", Entry("SuccessfulExit", new XElement("false")))),
                Entry("ThrottleInterval", new XElement("integer", 5)),
                Entry("ExitTimeOut", new XElement("integer", 60)),
                Entry("Umask", new XElement("integer", 63)),
                Entry("StandardErrorPath", new XElement("string", Path.Combine(settings.Folder, ".coppice", "serve.log"))));
            var type = new XDocumentType("plist", "-//Apple//DTD PLIST 1.0//EN", "http://www.apple.com/DTDs/PropertyList-1.0.dtd", null);
            var document = new XDocument(type, new XElement("plist", new XAttribute("version", "1.0"), properties));
            return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{document}\n";
        }
    }

    private string Label => $"dev.coppice.{settings.Workspace.Name}";

    private string FilePath => Path.Combine(UnitFile.Home, "Library", "LaunchAgents", Label + ".plist");

    public async Task<UnitChange> InstallAsync(CancellationToken cancellationToken)
    {
        await UnitFile.WriteAsync(FilePath, Text, cancellationToken);
        return new UnitChange($"wrote {FilePath}; coppice schedule uninstall --launchd takes it away", [$"launchctl bootstrap gui/$(id -u) {FilePath}"]);
    }

    public Task<UnitChange> UninstallAsync(CancellationToken cancellationToken)
    {
        UnitFile.Delete(FilePath);
        return Task.FromResult(new UnitChange($"took {FilePath} away; the agent runs on until it is stopped", [$"launchctl bootout gui/$(id -u)/{Label}"]));
    }

    private static object[] Entry(string key, XElement value) => [new XElement("key", key), value];
}
