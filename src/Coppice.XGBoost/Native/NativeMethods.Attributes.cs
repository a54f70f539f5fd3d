using System.Runtime.InteropServices;

namespace Coppice.XGBoost.Native;

internal static partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterGetAttr(BoosterHandle booster, string name, out nint value, out int found);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterSetAttr(BoosterHandle booster, string name, string? value);

    [LibraryImport(Library)]
    internal static partial int XGBoosterGetAttrNames(BoosterHandle booster, out ulong count, out nint names);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterSetStrFeatureInfo(BoosterHandle booster, string field, string[] values, ulong count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterGetStrFeatureInfo(BoosterHandle booster, string field, out ulong count, out nint values);
}
