using System.Security.Cryptography;
using System.Text;

namespace Coppice.Server.Workspaces.Changes;

/// <summary>The definition file as it lies on disk, which somebody may have changed by hand.</summary>
public sealed class DefinitionText(string folder)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _path = Path.Combine(folder, DefinitionFile.Name);

    public WrittenText Read() => Of(File.Exists(_path) ? Utf8.GetString(File.ReadAllBytes(_path)) : "");

    public static WrittenText Of(string text) => new(text, Convert.ToHexStringLower(SHA256.HashData(Utf8.GetBytes(text))));

    /// <summary>Puts a text in the place of the one there is; whoever reads finds the one or the other.</summary>
    public void Write(string text)
    {
        string draft = _path + ".new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Utf8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, _path, overwrite: true);
    }
}

/// <summary>A text and its digest.</summary>
public sealed record WrittenText(string Text, string Sha256);
