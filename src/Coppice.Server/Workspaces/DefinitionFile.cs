using System.Text;
using Coppice.Server.Workspaces.Reading;

namespace Coppice.Server.Workspaces;

/// <summary>Reads <c>coppice.yaml</c> and reports everything that is wrong with it at once.</summary>
public static class DefinitionFile
{
    public const string Name = "coppice.yaml";

    private const int MaxBytes = 256 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the file; a file that is missing, too large or not UTF-8 is a problem like any other.</summary>
    public static DefinitionResult Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return Failed($"{path} is not there; coppice init writes one");
        if (file.Length > MaxBytes)
            return Failed($"expected at most {MaxBytes / 1024} KiB, found {file.Length / 1024} KiB: this is not a definition file");

        try
        {
            return Parse(StrictUtf8.GetString(File.ReadAllBytes(path)));
        }
        catch (DecoderFallbackException exception)
        {
            return Failed($"expected UTF-8 text, found other bytes at offset {exception.Index}");
        }
    }

    public static DefinitionResult Parse(string text)
    {
        if (text.Length > MaxBytes)
            return Failed($"expected at most {MaxBytes / 1024} KiB, found {text.Length / 1024}: this is not a definition file");

        var problems = new ProblemList();
        MapNode? root = DefinitionTree.Read(text.TrimStart('\uFEFF'), problems);
        return root is null ? new DefinitionResult(null, problems.InOrder()) : WorkspaceReader.Read(root, problems);
    }

    private static DefinitionResult Failed(string message) => new(null, [new DefinitionProblem(1, message)]);
}
