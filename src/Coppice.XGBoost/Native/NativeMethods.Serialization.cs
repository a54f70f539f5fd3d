using System.Runtime.InteropServices;

namespace Coppice.XGBoost.Native;

internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int XGBoosterLoadModelFromBuffer(BoosterHandle booster, ReadOnlySpan<byte> model, ulong length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterSaveModelToBuffer(BoosterHandle booster, string configuration, out ulong length, out nint model);

    [LibraryImport(Library)]
    internal static partial int XGBoosterSaveJsonConfig(BoosterHandle booster, out ulong length, out nint text);
}
