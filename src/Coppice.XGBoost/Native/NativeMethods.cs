using System.Runtime.InteropServices;

namespace Coppice.XGBoost.Native;

/// <summary>The C API of XGBoost 1.7 (include/xgboost/c_api.h), one file per section of the header.</summary>
internal static partial class NativeMethods
{
    private const string Library = "xgboost";

    // The first native call of the process runs this, so the search order of LibraryLoader holds for every call.
    static NativeMethods() =>
        NativeLibrary.SetDllImportResolver(
            typeof(NativeMethods).Assembly,
            static (name, _, _) => name == Library ? LibraryLoader.Loaded.Handle : 0);

    [LibraryImport(Library)]
    internal static partial nint XGBGetLastError();
}
