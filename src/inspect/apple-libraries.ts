/**
 * What macOS brings along. Most of these files exist in dyld's shared cache alone, so the names are all there is to go by: those of the
 * stubs (.tbd) in Xcode's SDKs for macOS 10.6 to 11.3, the frameworks that Apple documents as new in macOS 12 to 15, and what Go's
 * runtime and standard library import (cgo_import_dynamic, Go 1.26). Without what Apple has taken out: Python, stubs that were never on
 * a Mac for sale, and libraries that only Apple's own tools have.
 */

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** In /usr/lib, without ".dylib". */
const libraries = words(`
  libAppleArchive libBSDPClient.A libCoreStorage libDHCPServer.A libDiagnosticMessagesClient libEndpointSecurity libIOReport
  libMatch.1 libMobileGestalt libSystem.B libSystem libUniversalAccess libXplugin.1 libapple_nghttp2 libapr-1.0 libapr-1
  libaprutil-1.0 libarchive.2 libate libauditd.0 libauto libbsm.0 libbsm libbz2.1.0 libc++.1 libc++abi libcharset.1 libcmph
  libcompression libcoretls libcoretls_cfhelpers libcups.2 libcupsimage.2 libcurl.3 libcurl.4 libdns_services libdtrace libedit.2
  libedit.3 libexpat.1 libexslt.0 libffi libffi-trampolines libform.5.4 libgcc_s.1 libgmalloc libhunspell-1.2.0.0.0 libiconv.2
  libicucore.A libiodbc.2 libiodbcinst.2 libipsec.A liblzma.5 libmecab.1.0.0 libmenu.5.4 libmx.A libncurses.5.4 libncurses.5
  libnetsnmp.15.1.2 libnetsnmp.25 libnetwork libobjc.A libodfde libpam.1 libpam.2 libpanel.5.4 libpcap.A libpcre.0 libpcreposix.0
  libpmenergy libpmsample libprequelite libproc libresolv.9 libresolv.9.9 libsandbox.1 libsasl2.2 libspindump
  libsqlite3 libsqlite3.0 libstdc++.6 libstdc++.6.0.9 libtidy.A libusrtcp libutil libutil1.0 libxar.1 libxcselect libxml2.2
  libxslt.1 libz.1 libz`);

/** In /usr/lib/system: what libSystem is made of. */
const systemLibraries = words(`
  libcache libcommonCrypto libcompiler_rt libcopyfile libcorecrypto libdispatch libdyld libkeymgr liblaunch libmacho libmathCommon.A
  libquarantine libremovefile libsystem_asl libsystem_blocks libsystem_c libsystem_collections libsystem_configuration
  libsystem_containermanager libsystem_coreservices libsystem_darwin libsystem_dnssd libsystem_eligibility libsystem_featureflags
  libsystem_info libsystem_kernel libsystem_m libsystem_malloc libsystem_networkextension libsystem_notify libsystem_platform
  libsystem_product_info_filter libsystem_pthread libsystem_sandbox libsystem_sanitizers libsystem_secinit libsystem_symptoms
  libsystem_trace libunc libunwind libxpc`);

/** In /usr/lib/swift, without "libswift" and ".dylib": since macOS 10.14.4, and the rest later. */
const swiftLibraries = words(`
  AVFoundation Accelerate AppKit AppleArchive CallKit CloudKit Compression Contacts Core CoreAudio CoreData CoreFoundation CoreGraphics
  CoreImage CoreLocation CoreMIDI CoreML CoreMedia CreateML CryptoTokenKit Darwin Demangle Dispatch Distributed FileProvider Foundation
  GLKit GameplayKit IOKit Intents MLCompute MapKit Metal MetalKit MetricKit ModelIO NaturalLanguage NearbyInteraction Network OSLog
  ObjectiveC Observation OpenCL PencilKit Photos QuartzCore RegexBuilder RemoteMirror SafariServices SceneKit Speech SpriteKit
  SwiftOnoneSupport Synchronization System System_Foundation UniformTypeIdentifiers Virtualization Vision WebKit XPC _Builtin_float
  _Concurrency _StringProcessing _errno _math _signal _stdio _time os simd sys_time unistd`);

/** In /System/Library/Frameworks. */
const frameworks = words(`
  AGL AVFAudio AVFoundation AVKit AVRouting Accelerate Accessibility Accounts AdServices AdSupport AddressBook AppIntents AppKit
  AppTrackingTransparency AppleScriptKit AppleScriptObjC ApplicationServices AudioToolbox AudioUnit AudioVideoBridging
  AuthenticationServices AutomaticAssessmentConfiguration Automator BackgroundAssets BackgroundTasks BrowserEngineKit BusinessChat
  CFNetwork CalendarStore CallKit Carbon Charts Cinematic ClassKit CloudKit Cocoa Collaboration ColorSync Combine Contacts ContactsUI
  CoreAudio CoreAudioKit CoreAudioTypes CoreBluetooth CoreData CoreDisplay CoreFoundation CoreGraphics CoreHID CoreHaptics CoreImage
  CoreLocation CoreLocationUI CoreMIDI CoreMIDIServer CoreML CoreMedia CoreMediaIO CoreMotion CoreServices CoreSpotlight CoreTelephony
  CoreText CoreTransferable CoreVideo CoreWLAN CreateML CreateMLComponents CryptoKit CryptoTokenKit DVDPlayback DataDetection
  DeveloperToolsSupport DeviceActivity DeviceCheck DeviceDiscoveryExtension DirectoryService DiscRecording DiscRecordingUI
  DiskArbitration DockKit DriverKit EventKit ExceptionHandling ExecutionPolicy ExtensionFoundation ExtensionKit ExternalAccessory
  FSKit FWAUserLib FamilyControls FileProvider FileProviderUI FinderSync ForceFeedback Foundation GLKit GLUT GSS GameController GameKit
  GameplayKit GroupActivities HealthKit Hypervisor ICADevices IMServicePlugIn IOBluetooth IOBluetoothUI IOKit IOSurface IOUSBHost
  IdentityLookup ImageCaptureCore ImageIO ImagePlayground InputMethodKit InstallerPlugins InstantMessage Intents IntentsUI
  JavaNativeFoundation JavaRuntimeSupport JavaScriptCore JavaVM Kerberos Kernel KernelManagement LDAP LatentSemanticMapping
  LinkPresentation LocalAuthentication LocalAuthenticationEmbeddedUI MLCompute MailKit ManagedAppDistribution ManagedSettings MapKit
  MatterSupport MediaAccessibility MediaExtension MediaLibrary MediaPlayer MediaToolbox Message Metal MetalFX MetalKit
  MetalPerformanceShaders MetalPerformanceShadersGraph MetricKit ModelIO MultipeerConnectivity NaturalLanguage NearbyInteraction NetFS
  Network NetworkExtension NotificationCenter OSAKit OSLog OpenAL OpenCL OpenDirectory OpenGL OpenScripting PCSC PDFKit PHASE
  ParavirtualizedGraphics PassKit PencilKit Photos PhotosUI PreferencePanes ProximityReader PushKit PushToTalk QTKit Quartz QuartzCore
  QuickLook QuickLookThumbnailing QuickLookUI QuickTime RealityFoundation RealityKit ReplayKit Ruby SafariServices SafetyKit SceneKit
  ScreenCaptureKit ScreenSaver ScreenTime ScriptingBridge SecureElementCredential Security SecurityFoundation SecurityInterface
  SecurityUI SensitiveContentAnalysis SensorKit ServiceManagement SharedWithYou SharedWithYouCore ShazamKit Social SoundAnalysis Speech
  SpriteKit StickerKit StoreKit SwiftData SwiftUI SwiftUICore Symbols SyncServices System SystemConfiguration SystemExtensions TWAIN
  TabularData Tcl ThreadNetwork TipKit Tk Translation UniformTypeIdentifiers UserNotifications UserNotificationsUI
  VideoDecodeAcceleration VideoSubscriberAccount VideoToolbox Virtualization Vision VisionKit WeatherKit WebKit WidgetKit iTunesLibrary
  simd vecLib vmnet`);

/** Frameworks inside of a framework, and libraries in them. */
const parts: Readonly<Record<string, ReadonlySet<string>>> = {
  Accelerate: words(
    "vImage vecLib libBLAS libBNNS libLAPACK libLinearAlgebra libQuadrature libSparse libSparseBLAS libvDSP libvMisc",
  ),
  ApplicationServices: words(
    "ATS ATSUI ColorSync ColorSyncLegacy CoreGraphics CoreText HIServices ImageIO LangAnalysis PrintCore QD SpeechSynthesis",
  ),
  Carbon: words(
    "CarbonSound CommonPanels HIToolbox Help ImageCapture Ink NavigationServices OpenScripting Print SecurityHI SpeechRecognition",
  ),
  CoreServices: words(
    "AE CarbonCore DictionaryServices FSEvents LaunchServices Metadata OSServices SearchKit SharedFileList",
  ),
  OpenGL: words("libGL libGLImage libGLU libGLProgrammability"),
  Quartz: words("ImageKit PDFKit QuartzComposer QuartzFilters QuickLookUI"),
  WebKit: words("WebCore WebKitLegacy"),
};

/** In /System/Library/PrivateFrameworks: promised to nobody, and there all the same in every release since 10.15. */
const privateFrameworks = words(
  "Apple80211 CoreSymbolication DisplayServices MediaRemote MultitouchSupport SkyLight login",
);

const version = "(?:Versions/[^/]+/)?";
const framework = new RegExp(`^/System/Library/(Private)?Frameworks/([^/]+)\\.framework/${version}([^/]+)$`, "u");
const part = new RegExp(
  `^/System/Library/Frameworks/([^/]+)\\.framework/${version}(?:Frameworks|Libraries)/(?:[^/]+\\.framework/${version})?([^/]+)$`,
  "u",
);
const folders: Readonly<Record<string, (name: string) => boolean>> = {
  "/usr/lib": (name) => libraries.has(name),
  "/usr/lib/system": (name) => systemLibraries.has(name),
  "/usr/lib/swift": (name) => name.startsWith("libswift") && swiftLibraries.has(name.slice("libswift".length)),
};

/** A path that a program names -> whether macOS has that library. A folder is not enough: nobody can put a file of his own there. */
export function isAppleLibrary(path: string): boolean {
  const [, folder = "", name = ""] = /^(.*)\/([^/]+)\.dylib$/u.exec(path) ?? [];
  return folders[folder]?.(name) === true || isFramework(path) || isPart(path);
}

function isFramework(path: string): boolean {
  const [, isPrivate, name = "", file = ""] = framework.exec(path) ?? [];
  return name !== "" && name === file && (isPrivate === undefined ? frameworks : privateFrameworks).has(name);
}

function isPart(path: string): boolean {
  const [, whole = "", file = ""] = part.exec(path) ?? [];
  return Object.hasOwn(parts, whole) && parts[whole]?.has(file.replace(/\.dylib$/u, "")) === true;
}
